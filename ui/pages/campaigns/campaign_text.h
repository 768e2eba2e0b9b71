#pragma once
#include "models/pricing/campaign.h"

#include <QString>

namespace wemo::pages::campaigns {

/// "NT$1,234", "−NT$5": whole TWD by the locale. `sign` puts a + before a rise.
QString twd(qint64 amount, bool sign = false);
/// Of a hundred, one decimal: "12.4 %"; a dash where there is nothing to divide by.
QString share(qint64 part, qint64 whole);

/// A column of the sheet as its header says it: "Base price", "Time 2: rate".
QString columnTitle(const QString &key);
/// What is wrong with a cell, by the code of a field error; the service's words for a code not known here.
QString cellFault(const FieldError &error);
/// What stands in a campaign's way, and what to do about it.
struct ProblemText {
    QString what;
    QString remedy;
};
ProblemText problemText(const wemo::pricing::CampaignProblem &problem);
/// "30 min, 8 km".
QString rideText(const wemo::pricing::Ride &ride);
} // namespace wemo::pages::campaigns
