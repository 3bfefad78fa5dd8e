package org.duijie.project.supervision;

import org.duijie.chassis.text.Text;

/** Something about a project that a published rule speaks against. It is a reason to look, not a verdict. */
record RiskFlag(RiskRule rule, Text why) {}
