/** Daily manifests: what a stream was told on a day, in a form that a receiver can check its own books against. */
@NullMarked
package org.duijie.matching.delivery.manifest;

import org.jspecify.annotations.NullMarked;
