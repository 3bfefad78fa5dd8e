/** Pairings (结对): dated ties between districts of Beijing and Tianjin and counties of Hebei. */
@NullMarked
package org.duijie.matching.pairing;

import org.jspecify.annotations.NullMarked;
