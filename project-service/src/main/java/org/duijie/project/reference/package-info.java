/** Reads the lists of facts and rules that ship with the service; {@code reference/SOURCES.md} says where they come from. */
@NullMarked
package org.duijie.project.reference;

import org.jspecify.annotations.NullMarked;
