package dev.touchstone.vm.machine;

/** What a procedure can see of the run that it is called in, besides its arguments. */
public interface Surroundings {
  /** The world of the run. */
  World world();

  /** The dynamic state of the call. */
  Dynamics dynamics();
}
