package org.duijie.sample.load;

/** Whether the loader had anything to do for an entity. */
enum Outcome {
    LOADED,
    FOUND
}
