package org.duijie.project.statistics;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a figure counts. The four last are never mixed unknowingly: an intention is no agreement, and no receipt. */
@Schema(name = "CountingStage")
public enum Stage {
    /** 需求: needs that are published, and what they ask for; those fulfilled stay, those withdrawn or expired go. */
    NEEDED,
    /** 意向: proposals that are open or accepted, and what they are about. */
    INTENDED,
    /** 签约: agreements, and what they are about; one that was terminated goes. */
    AGREED,
    /** 到账: projects of which the county has confirmed a receipt, and what it has confirmed. */
    RECEIVED,
    /** 完成: projects that were completed, and what they were agreed to be worth. */
    COMPLETED
}
