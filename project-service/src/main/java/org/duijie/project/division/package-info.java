/** 行政区划: the GB/T 2260 code list with validity, former names and poverty lists. Reference data, loaded at start. */
@NullMarked
package org.duijie.project.division;

import org.jspecify.annotations.NullMarked;
