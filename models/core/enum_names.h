#pragma once
#include <QString>

#include <cstddef>
#include <optional>
#include <string_view>
#include <utility>

namespace wemo {

/// The words an enum goes by in JSON, SQL and logs: one table gives both directions.
template <typename Enum, std::size_t N>
struct EnumNames {
    std::pair<Enum, std::string_view> entries[N];

    QString toString(Enum value) const {
        for (const auto &[candidate, name] : entries)
            if (candidate == value)
                return QString::fromLatin1(name.data(), static_cast<qsizetype>(name.size()));
        return {};
    }

    std::optional<Enum> fromString(QStringView text) const {
        for (const auto &[candidate, name] : entries)
            if (text == QLatin1StringView(name.data(), static_cast<qsizetype>(name.size())))
                return candidate;
        return std::nullopt;
    }
};

} // namespace wemo
