#include "services/http/message.h"

namespace wemo::http {

QByteArray Request::header(const QByteArray &name) const {
    for (const auto &[key, value] : headers)
        if (key.compare(name, Qt::CaseInsensitive) == 0)
            return value;
    return {};
}

} // namespace wemo::http
