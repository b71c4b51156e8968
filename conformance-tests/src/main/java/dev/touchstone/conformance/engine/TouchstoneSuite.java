package dev.touchstone.conformance.engine;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a class, else empty, that stands for the whole corpus. Build tools that select tests by
 * class (Surefire) reach the engine through it.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface TouchstoneSuite {}
