#pragma once
#include "models/pricing/campaign.h"
#include "ui/widgets/status_pill.h"

namespace wemo::pages::pricing {

QString statusWord(wemo::pricing::IntervalStatus status);
ui::Tone statusTone(wemo::pricing::IntervalStatus status);
ui::Pill statusPill(wemo::pricing::IntervalStatus status);
/// One sentence on what the status means, for tooltips.
QString statusSentence(wemo::pricing::IntervalStatus status);

QString statusWord(wemo::pricing::CampaignStatus status);
ui::Tone statusTone(wemo::pricing::CampaignStatus status);
ui::Pill statusPill(wemo::pricing::CampaignStatus status);

/// A fault in a sentence. `other` names the interval in the way (such as its dates or note); may be empty.
QString faultText(const wemo::pricing::TimelineProblem &problem, const QString &other = {});
/// The same for what stands in a campaign's way; a code nobody knows here is told as it is.
QString problemText(const wemo::pricing::CampaignProblem &problem, const QString &other = {});
/// Every code problemText() has a sentence for.
QStringList knownProblemCodes();

/// "2026/11/24 22:05 – 2026/12/01 00:00"; "from 2026/11/24 22:05 on" where it is open.
QString spanText(Instant from, const std::optional<Instant> &to);
/// Of a change in whole TWD: "+NT$3", "−NT$2", "no change".
QString differenceText(qint64 twd);

} // namespace wemo::pages::pricing
