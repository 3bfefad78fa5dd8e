/** The services behind the door: their names, where they are, and what they say about themselves. */
@NullMarked
package org.duijie.gateway.service;

import org.jspecify.annotations.NullMarked;
