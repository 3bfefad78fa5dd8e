@NullMarked
package org.duijie.matching.delivery.endpoint;

import org.jspecify.annotations.NullMarked;
