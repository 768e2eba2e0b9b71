#include "ui/client/about.h"

namespace wemo::ui {

Result<About> aboutFromJson(const QJsonObject &json) {
    JsonReader reader(json);
    About about{reader.string("name"), reader.string("version"), reader.string("environment"), reader.boolean("demo")};
    return reader.finishLenient(std::move(about));
}

} // namespace wemo::ui
