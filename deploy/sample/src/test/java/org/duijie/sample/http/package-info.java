@NullMarked
package org.duijie.sample.http;

import org.jspecify.annotations.NullMarked;
