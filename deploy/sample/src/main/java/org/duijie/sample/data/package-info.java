/** The sample data: synthetic organizations and offers, and needs of real counties that add up to the 2018 circular. */
@NullMarked
package org.duijie.sample.data;

import org.jspecify.annotations.NullMarked;
