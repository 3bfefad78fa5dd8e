/** Walks the suite over HTTP as its actors would, and tells what is seen. */
@NullMarked
package org.duijie.sample.demo;

import org.jspecify.annotations.NullMarked;
