@NullMarked
package org.duijie.sample.data;

import org.jspecify.annotations.NullMarked;
