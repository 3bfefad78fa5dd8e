package org.duijie.matching.proposal;

import java.util.UUID;

/** {@code org.duijie.project.*} except {@code refused}; the id is the agreement's, which is the proposal's. */
record ProjectMessage(UUID id) {}
