@NullMarked
package org.duijie.organization;

import org.jspecify.annotations.NullMarked;
