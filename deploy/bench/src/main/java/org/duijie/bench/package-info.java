/** Benchmarks: each measures the suite beside a peer or a limit in the same run, and tells it to people and programs. */
@NullMarked
package org.duijie.bench;

import org.jspecify.annotations.NullMarked;
