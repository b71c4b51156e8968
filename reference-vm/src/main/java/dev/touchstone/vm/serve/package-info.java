/**
 * The VM as a subject: the Touchstone protocol (spec chapter 11) in S-expression lines. Request
 * lines enter, answer lines leave, one for each; between two runs nothing is kept but the image,
 * for every run has a world of its own. What a program does, a crash of the VM included, becomes an
 * answer. Start with {@link dev.touchstone.vm.serve.Server}, beside the chapter's transcripts.
 */
@NullMarked
package dev.touchstone.vm.serve;

import org.jspecify.annotations.NullMarked;
