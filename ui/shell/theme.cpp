#include "ui/shell/theme.h"

#include "models/core/enum_names.h"
#include "ui/shell/theme_style.h"

#include <QApplication>
#include <QFile>
#include <QIcon>
#include <QPixmapCache>

namespace wemo::ui {

namespace {
constexpr EnumNames<Scheme, 3> schemeNames{{
    {Scheme::System, "system"},
    {Scheme::Light, "light"},
    {Scheme::Dark, "dark"},
}};

QByteArray resource(const QString &path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QPalette paletteOf(const Tokens &tokens) {
    QPalette palette;
    const QList<QPair<QPalette::ColorRole, QString>> roles{
        {QPalette::Window, "window"},
        {QPalette::WindowText, "text"},
        {QPalette::Base, "surface"},
        {QPalette::AlternateBase, "window"},
        {QPalette::Text, "text"},
        {QPalette::Button, "surface"},
        {QPalette::ButtonText, "text"},
        {QPalette::BrightText, "on-accent"},
        {QPalette::Highlight, "selection"},
        {QPalette::HighlightedText, "on-selection"},
        {QPalette::ToolTipBase, "toast"},
        {QPalette::ToolTipText, "on-toast"},
        {QPalette::Link, "accent-text"},
        {QPalette::LinkVisited, "accent-text"},
        {QPalette::PlaceholderText, "text-placeholder"},
        {QPalette::Light, "raised"},
        {QPalette::Midlight, "hover"},
        {QPalette::Mid, "hairline"},
        {QPalette::Dark, "control-border"},
        {QPalette::Shadow, "shadow"},
    };
    for (const auto &role : roles)
        palette.setColor(role.first, tokens.color(role.second));
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, tokens.color("text-disabled"));
    return palette;
}
} // namespace

QString toString(Scheme scheme) {
    return schemeNames.toString(scheme);
}
std::optional<Scheme> schemeFromString(QStringView text) {
    return schemeNames.fromString(text);
}

Theme::Theme(QApplication &application, QObject *parent)
    : QObject(parent)
    , m_application(application)
    , m_systemIsDark(application.palette().color(QPalette::Window).lightness() < 128) {
    QIcon::setThemeSearchPaths(QIcon::themeSearchPaths() << "/usr/share/icons");
    QIcon::setThemeName("breeze");
    m_application.setFont(uiFont());
    m_application.setStyle(new ThemeStyle);
}

void Theme::apply(Scheme scheme) {
    m_scheme = scheme;
    const bool dark = scheme == Scheme::Dark || (scheme == Scheme::System && m_systemIsDark);
    Result<Tokens> tokens = Tokens::fromJson(resource(dark ? ":/themes/dark.json" : ":/themes/light.json"));
    Q_ASSERT_X(tokens, "Theme", "a scheme of ours does not parse");
    const QString sheet = tokens->fill(QString::fromUtf8(resource(":/themes/console.qss")));
    const QPalette palette = paletteOf(*tokens);
    Tokens::setCurrent(std::move(*tokens));
    m_application.setPalette(palette);
    m_application.setStyleSheet(sheet);
    Q_EMIT changed(scheme);
}

} // namespace wemo::ui
