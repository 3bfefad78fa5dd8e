@NullMarked
package org.duijie.matching.filter;

import org.jspecify.annotations.NullMarked;
