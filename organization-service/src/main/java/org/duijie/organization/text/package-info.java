/** Free text: which characters it may have, and that no personal data slips in with it. */
@NullMarked
package org.duijie.organization.text;

import org.jspecify.annotations.NullMarked;
