/**
 * How a proposal that both sides accepted becomes a project: the need's part of the saga.
 *
 * <p>Read {@link org.duijie.project.agreement.AgreementService} first.
 */
@NullMarked
package org.duijie.project.agreement;

import org.jspecify.annotations.NullMarked;
