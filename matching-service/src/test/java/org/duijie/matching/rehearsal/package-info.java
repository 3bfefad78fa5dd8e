@NullMarked
package org.duijie.matching.rehearsal;

import org.jspecify.annotations.NullMarked;
