package org.duijie.project.intake;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.duijie.chassis.identity.CurrentUser;
import org.jspecify.annotations.Nullable;

/** An import shows to whoever sent it, and to those who read everything; to nobody else it exists. */
@Singleton
class ImportAccess {

    private final CurrentUser user;
    private final ImportRepository imports;

    @Inject
    ImportAccess(CurrentUser user, ImportRepository imports) {
        this.user = user;
        this.imports = imports;
    }

    ImportJob get(UUID id) {
        return imports.find(id, owner()).orElseThrow(NeedImportProblem.NOT_FOUND::problem);
    }

    /** Whose imports are to be looked at; none named means everybody's. */
    @Nullable
    String owner() {
        return user.readsEverything() ? null : user.id();
    }
}
