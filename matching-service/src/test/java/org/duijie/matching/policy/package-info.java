@NullMarked
package org.duijie.matching.policy;

import org.jspecify.annotations.NullMarked;
