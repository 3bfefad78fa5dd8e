@NullMarked
package org.duijie.matching.project;

import org.jspecify.annotations.NullMarked;
