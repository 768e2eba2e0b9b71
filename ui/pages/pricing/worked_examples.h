#pragma once
#include "ui/pages/pricing/catalog_names.h"

#include <QWidget>

class QLabel;
class QTreeWidget;
class QTreeWidgetItem;

namespace wemo::pages::pricing {

/// Example rides priced under two configs: what is due, the difference, and opened, the stack line by line in words.
/// Live: give it what is typed. What was opened stays open.
class WorkedExamples final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(WorkedExamples)

public:
    explicit WorkedExamples(QWidget *parent = nullptr);
    /// Either may be missing; its column is then left out. Rides begin at `start`.
    void setConfigs(const std::optional<wemo::pricing::Config> &before,
                    const std::optional<wemo::pricing::Config> &after, Instant start, const CatalogNames &names);
    /// Rides of one's own instead of exampleRides(); empty = those again.
    void setRides(const QList<wemo::pricing::Ride> &rides);
    /// Headings; "Now" and "New" where nothing is said.
    void setColumnNames(const QString &before, const QString &after);
    QTreeWidget *table() const { return m_table; }

protected:
    void changeEvent(QEvent *event) override;

private:
    void follow();
    void addRide(const wemo::pricing::Ride &ride, bool isOpen);
    void addLines(QTreeWidgetItem *parent, const wemo::pricing::Ride &ride);
    QList<wemo::pricing::Ride> rides() const;

    std::optional<wemo::pricing::Config> m_before;
    std::optional<wemo::pricing::Config> m_after;
    Instant m_start{};
    CatalogNames m_names;
    QList<wemo::pricing::Ride> m_rides;
    QString m_beforeName;
    QString m_afterName;
    QTreeWidget *m_table;
    QLabel *m_empty;
};

/// "10 min, 2.5 km"; of an hourly ride with its package.
QString rideText(const wemo::pricing::Ride &ride);

} // namespace wemo::pages::pricing
