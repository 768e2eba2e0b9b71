#pragma once
#include "ui/pages/blocking/blocking_source.h"
#include "ui/widgets/action_panel.h"

namespace wemo::pages::blocking {

/// `target` tells whom: what is shown of one, or how many.
ui::ActionForm liftForm(const QString &target, int count);
ui::ActionForm extendForm(const QString &target, int count);
ui::ActionForm banForm(const QString &target, int count, Instant now);

ui::ActionForm addBanForm(Instant now);
ui::ActionForm editBanForm(const Ban &ban, Instant now);
ui::ActionForm liftBansForm(const QString &target, int count);
ui::ActionForm undoImportForm(const BanImport &import);

/// What is filled in, as the service takes it.
wemo::blocking::NewBan newBanOf(const QVariantMap &values);
std::optional<Instant> expiryOf(const QVariantMap &values);
Milliseconds extensionOf(const QVariantMap &values);
QString reasonOf(const QVariantMap &values);
/// Beside one's edit: what the other changed since it was read.
QString banDifference(const Ban &read, const Ban &theirs);

/// Ids of the forms.
namespace form {
inline const QString lift = QStringLiteral("lift");
inline const QString extend = QStringLiteral("extend");
inline const QString ban = QStringLiteral("ban");
inline const QString addBan = QStringLiteral("add-ban");
inline const QString editBan = QStringLiteral("edit-ban");
inline const QString liftBans = QStringLiteral("lift-bans");
inline const QString undoImport = QStringLiteral("undo-import");
} // namespace form

} // namespace wemo::pages::blocking
