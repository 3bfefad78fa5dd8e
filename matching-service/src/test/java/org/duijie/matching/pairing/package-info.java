@NullMarked
package org.duijie.matching.pairing;

import org.jspecify.annotations.NullMarked;
