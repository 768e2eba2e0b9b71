#pragma once
#include "models/core/json_reader.h"

namespace wemo::ui {

/// What GET /api/v1/about says.
struct About {
    QString name;
    QString version;
    QString environment; ///< local, staging, production
    bool demo = false;
};
Result<About> aboutFromJson(const QJsonObject &json);

} // namespace wemo::ui
