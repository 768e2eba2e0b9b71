#include "ui/widgets/icons.h"

#include "ui/widgets/tokens.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QStandardPaths>
#include <QSvgRenderer>

namespace wemo::ui {

namespace {
QStringList themeFolders() {
    QStringList folders{":/icons"};
    const QStringList roots =
        QIcon::themeSearchPaths() +
        QStandardPaths::locateAll(QStandardPaths::GenericDataLocation, "icons", QStandardPaths::LocateDirectory) +
        QStringList{"/usr/share/icons"};
    for (const QString &root : roots)
        for (const QString &group : {"actions", "status", "places", "apps", "devices", "preferences", "applets"})
            for (const QString &size : {"16", "22", "symbolic", "24", "32", "48"})
                folders.append(root + "/breeze/" + group + "/" + size);
    folders.removeDuplicates();
    return folders;
}

QColor colorOf(IconRole role, QIcon::Mode mode) {
    const Tokens &tokens = Tokens::current();
    if (mode == QIcon::Disabled)
        return tokens.color("text-disabled");
    switch (role) {
    case IconRole::Text:
        return tokens.color("text");
    case IconRole::Muted:
        return tokens.color("text-muted");
    case IconRole::OnAccent:
        return tokens.color("on-accent");
    case IconRole::Accent:
        return tokens.color("accent-text");
    case IconRole::Danger:
        return tokens.color("danger-text");
    }
    return {};
}

/// Breeze draws in currentColor with a style sheet that names the light scheme's text colour.
QByteArray recoloured(const QString &file, const QColor &color) {
    QFile source(file);
    if (!source.open(QIODevice::ReadOnly))
        return {};
    QByteArray svg = source.readAll();
    svg.replace("currentColor", color.name().toLatin1());
    svg.replace("#232629", color.name().toLatin1());
    svg.replace("#4d4d4d", color.name().toLatin1());
    return svg;
}

class TintedIconEngine final : public QIconEngine {
public:
    TintedIconEngine(QString file, IconRole role)
        : m_file(std::move(file))
        , m_role(role) {}

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override {
        QSvgRenderer(recoloured(m_file, colorOf(m_role, mode))).render(painter, rect);
    }
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override {
        const QString key = QString("wemo-icon/%1/%2/%3x%4")
                                .arg(m_file, colorOf(m_role, mode).name())
                                .arg(size.width())
                                .arg(size.height());
        QPixmap pixmap;
        if (QPixmapCache::find(key, &pixmap))
            return pixmap;
        pixmap = QPixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, QRect(QPoint(), size), mode, state);
        painter.end();
        QPixmapCache::insert(key, pixmap);
        return pixmap;
    }
    QString iconName() override { return QFileInfo(m_file).completeBaseName(); }
    QIconEngine *clone() const override { return new TintedIconEngine(*this); }

private:
    QString m_file;
    IconRole m_role;
};
} // namespace

QString iconFile(const QString &name) {
    static const QStringList folders = themeFolders();
    static QHash<QString, QString> known;
    if (const auto it = known.constFind(name); it != known.cend())
        return *it;
    QString file;
    for (const QString &folder : folders)
        if (QFile::exists(folder + "/" + name + ".svg")) {
            file = folder + "/" + name + ".svg";
            break;
        }
    known.insert(name, file);
    return file;
}

QIcon icon(const QString &name, IconRole role) {
    const QString file = iconFile(name);
    return file.isEmpty() ? QIcon() : QIcon(new TintedIconEngine(file, role));
}

} // namespace wemo::ui
