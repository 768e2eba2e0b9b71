#pragma once
#include "models/staff/permission.h"
#include "ui/client/api_client.h"
#include "ui/client/live_stream.h"

#include <QAction>
#include <QDateTime>
#include <QSettings>
#include <QWidget>

#include <functional>

namespace wemo::ui {

/// What a page is given. Everything outlives the page.
struct PageContext {
    ApiClient &client;
    LiveStream &live;
    QSettings &settings; ///< keep columns and sizes below "pages/<id>/"
    std::function<Instant()> now = [] { return fromMs(QDateTime::currentMSecsSinceEpoch()); }; ///< pictures stand still
};

/// A page of the console: fills the content area under the shell's header. Pages live from the first visit to the end
/// of the session and are told when they come and go. A `place` is what the page shows, as a query string such as
/// "number=0912345678&message=123": it is remembered, goes into back and forward, and the palette opens one.
class Page : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Page)

public:
    explicit Page(QWidget *parent = nullptr);

    /// The one action in the header, or none. Its text is the verb. Owned by the page.
    virtual QAction *primaryAction() { return nullptr; }
    /// More commands for the palette and the shortcuts; owned by the page, in the shell while the page is shown.
    virtual QList<QAction *> commands() { return {}; }
    /// F5: reads again what is shown.
    virtual void refresh() {}
    /// Ctrl+F or "/": puts the caret into the filter. False when there is none.
    virtual bool focusFilter() { return false; }
    /// Esc: closes the innermost thing (panel, selection, filter). False when nothing was open.
    virtual bool backOut() { return false; }
    virtual QString place() const { return {}; }
    virtual void openPlace(const QString &) {}

Q_SIGNALS:
    /// The page shows something else now; `replace` when it is no step of its own (typing in a filter).
    void placeChanged(bool replace);
    /// A link to elsewhere.
    void openRequested(const QString &pageId, const QString &place);
    /// Something is being done now: what could be taken back before no longer can, lest the wrong thing is.
    void acting();
    /// A line that passes by at the bottom of the window ("Copied").
    void noticed(const QString &text);
    /// Something was done that can be taken back for a while; `undo` may be called after the page is gone.
    void undoOffered(const QString &text, const std::function<void()> &undo);
};

/// Something the palette found for what was typed.
struct PaletteHit {
    QString title;
    QString hint;
    QString place;
};

/// How a page is listed before it exists.
struct PageSpec {
    QString id;   ///< "sms-log": in settings, history and as the name of its help, help/sms-log.<lang>.md
    QString icon; ///< a Breeze name
    staff::Permission permission;      ///< who lacks it does not see the page
    std::function<QString()> section;  ///< heading in the sidebar, translated now
    std::function<QString()> title;    ///< translated now
    std::function<QString()> subtitle; ///< one sentence under the title; may be empty
    std::function<Page *(const PageContext &, QWidget *parent)> create;
    /// What of this page matches the typed text: a phone number, an id. May be empty.
    std::function<QList<PaletteHit>(const QString &typed)> find = {};
    /// What the person keeps on this page, such as a saved filter. May be empty.
    std::function<QList<PaletteHit>(const PageContext &, const QString &typed)> findKept = {};
};

} // namespace wemo::ui
