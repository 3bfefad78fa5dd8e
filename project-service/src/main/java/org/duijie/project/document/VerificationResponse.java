package org.duijie.project.document;

import java.time.LocalDate;
import java.util.UUID;
import org.duijie.chassis.money.Money;
import org.duijie.project.project.Project;
import org.duijie.project.project.ProjectStatus;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What somebody who holds the document may compare it with. */
@Schema(name = "AgreementVerification", description = "The agreement is genuine if the document says the same")
public record VerificationResponse(
        UUID id,
        @Schema(examples = "乡村小学图书角") String title,
        @Schema(examples = "张北县") String divisionName,
        @Schema(examples = "样例北京云杉教育基金会0001号") String organizationName,
        @Schema(examples = "53110000500309522J") String creditCode,
        LocalDate agreedOn,
        Money value,
        ProjectStatus status) {

    static VerificationResponse of(Project project) {
        return new VerificationResponse(
                project.id(),
                project.title(),
                project.divisionName(),
                project.implementer().organizationName(),
                project.implementer().creditCode(),
                project.agreedOn(),
                Money.ofFen(project.valueFen()),
                project.status());
    }
}
