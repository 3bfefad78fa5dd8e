@NullMarked
package org.duijie.sample.text;

import org.jspecify.annotations.NullMarked;
