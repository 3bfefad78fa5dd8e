/** Whole collections in one answer: as lines for programs, as a table for spreadsheets. */
@NullMarked
package org.duijie.chassis.export;

import org.jspecify.annotations.NullMarked;
