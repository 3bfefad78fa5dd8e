@NullMarked
package org.duijie.project;

import org.jspecify.annotations.NullMarked;
