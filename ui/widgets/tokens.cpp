#include "ui/widgets/tokens.h"

#include "models/core/json_reader.h"

#include <QJsonArray>

namespace wemo::ui {

namespace {
Tokens &slot() {
    static Tokens tokens;
    return tokens;
}

QString toneName(Tone tone) {
    switch (tone) {
    case Tone::Neutral:
        return "neutral";
    case Tone::Info:
        return "info";
    case Tone::Progress:
        return "progress";
    case Tone::Success:
        return "success";
    case Tone::Warning:
        return "warning";
    case Tone::Danger:
        return "danger";
    }
    return {};
}

Failure badTheme(const QString &detail) {
    return failure(ErrorKind::Internal, "bad-theme", "The theme is broken.", detail);
}
} // namespace

Result<Tokens> Tokens::fromJson(const QByteArray &json) {
    const Result<QJsonObject> object = parseJsonObject(json);
    if (!object)
        return Failure(object.error());
    Tokens tokens;
    tokens.m_dark = object->value("dark").toBool();
    const QJsonObject colors = object->value("colors").toObject();
    for (auto it = colors.begin(); it != colors.end(); ++it) {
        const QColor color(it.value().toString());
        if (!color.isValid())
            return badTheme(it.key());
        tokens.m_colors.insert(it.key(), color);
    }
    const QJsonArray pairs = object->value("pairs").toArray();
    for (const QJsonValue &pair : pairs) {
        const QPair<QString, QString> names{pair.toArray().at(0).toString(), pair.toArray().at(1).toString()};
        if (!tokens.m_colors.contains(names.first) || !tokens.m_colors.contains(names.second))
            return badTheme(names.first + " on " + names.second);
        tokens.m_pairs.append(names);
    }
    return tokens;
}

const Tokens &Tokens::current() {
    return slot();
}

void Tokens::setCurrent(Tokens tokens) {
    slot() = std::move(tokens);
}

QColor Tokens::color(const QString &name) const {
    Q_ASSERT_X(m_colors.isEmpty() || m_colors.contains(name), "Tokens::color", qUtf8Printable(name));
    return m_colors.value(name, Qt::gray);
}

QColor Tokens::toneText(Tone tone) const {
    return color(toneName(tone) + "-text");
}

QColor Tokens::toneTint(Tone tone) const {
    return color(toneName(tone) + "-tint");
}

QString Tokens::fill(QString sheet) const {
    QStringList names = m_colors.keys();
    // The longest first: "@text-muted" begins with "@text".
    std::sort(names.begin(), names.end(), [](const QString &a, const QString &b) { return a.size() > b.size(); });
    for (const QString &name : std::as_const(names))
        sheet.replace("@" + name, m_colors.value(name).name());
    return sheet;
}

int pixelSize(TextSize size) {
    switch (size) {
    case TextSize::Small:
        return 12;
    case TextSize::Body:
        return 13;
    case TextSize::Heading:
        return 15;
    case TextSize::Title:
        return 22;
    }
    return 13;
}

QFont uiFont(TextSize size, QFont::Weight weight) {
    QFont font;
    font.setFamilies({"Inter", "Noto Sans CJK TC", "Noto Sans", "DejaVu Sans"});
    font.setPixelSize(pixelSize(size));
    font.setWeight(weight);
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

QFont monospaceFont(TextSize size) {
    QFont font;
    font.setFamilies({"JetBrains Mono", "DejaVu Sans Mono", "Noto Sans Mono CJK TC", "Noto Sans CJK TC"});
    font.setStyleHint(QFont::Monospace);
    font.setFixedPitch(true);
    font.setPixelSize(pixelSize(size));
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

} // namespace wemo::ui
