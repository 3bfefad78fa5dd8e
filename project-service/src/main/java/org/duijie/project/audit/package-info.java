/** The record of acts and refusals, for those who supervise. */
@NullMarked
package org.duijie.project.audit;

import org.jspecify.annotations.NullMarked;
