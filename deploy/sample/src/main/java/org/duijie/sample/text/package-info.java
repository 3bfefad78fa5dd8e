/** What the sample's commands print for people. */
@NullMarked
package org.duijie.sample.text;

import org.jspecify.annotations.NullMarked;
