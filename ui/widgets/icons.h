#pragma once
#include <QIcon>

namespace wemo::ui {

/// A Breeze icon by its name ("view-refresh"), drawn in the text colour of the current scheme whenever it is painted;
/// on a filled button in the colour of its text. Found in the icon theme paths, without a desktop too; an unknown name
/// gives an empty icon.
enum class IconRole { Text, Muted, OnAccent, Accent, Danger };
QIcon icon(const QString &name, IconRole role = IconRole::Text);
/// Where the SVG of a name is; empty when nowhere.
QString iconFile(const QString &name);

} // namespace wemo::ui
