/** The agreement as a document, for both sides to sign and for anybody to verify. */
@NullMarked
package org.duijie.project.document;

import org.jspecify.annotations.NullMarked;
