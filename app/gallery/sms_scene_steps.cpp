#include "app/gallery/sms_scene_steps.h"

#include <QTableView>

namespace wemo::gallery {

void openLog(Stage &stage, const QString &place) {
    stage.openPage(QStringLiteral("sms-log"), place);
    auto *table = stage.window().findChild<QTableView *>(QStringLiteral("messageTable"));
    stage.waitFor([table] { return table->isVisible() && table->model()->rowCount() > 0; }, "rows");
    stage.settle(120);
}

void openMessage(Stage &stage, wemo::sms::DeliveryState state) {
    const auto &messages = stage.service().messages();
    const auto found = std::find_if(messages.cbegin(), messages.cend(),
                                    [state](const wemo::sms::Message &message) { return message.state == state; });
    openLog(stage, QStringLiteral("message=") + idToString(found->id));
    stage.find(QStringLiteral("timelineRow"));
}

CannedAnswer storageError() {
    return CannedService::problem(503, QStringLiteral("unavailable"), QStringLiteral("storage-unavailable"),
                                  QStringLiteral("The database cannot be reached."));
}
} // namespace wemo::gallery
