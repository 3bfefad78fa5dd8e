/** Projects as project-service tells of them: the newest state of each, and what of it has changed. */
@NullMarked
package org.duijie.matching.project;

import org.jspecify.annotations.NullMarked;
