#pragma once
#include "app/gallery/stage.h"

namespace wemo::gallery {

/// The log with its rows there.
void openLog(Stage &stage, const QString &place = {});
/// The first message in that state, in the details.
void openMessage(Stage &stage, wemo::sms::DeliveryState state);
CannedAnswer storageError();

} // namespace wemo::gallery
