@NullMarked
package org.duijie.gateway;

import org.jspecify.annotations.NullMarked;
