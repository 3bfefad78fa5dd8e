/** The sample of the local run: its accounts, its data, the loader that brings it in over HTTP, and the demo walk. */
@NullMarked
package org.duijie.sample;

import org.jspecify.annotations.NullMarked;
