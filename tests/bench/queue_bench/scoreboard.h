#pragma once
#include <QMap>
#include <QString>

#include <vector>

namespace wemo::bench {

/// What was measured, by metric and library, over the rounds; told by its median.
class Scoreboard {
public:
    void note(const QString &metric, const QString &library, double value);
    double median(const QString &metric, const QString &library) const;

    /// One JSON line: ours against a limit, and the same in the table. For what is the better the larger (a rate),
    /// `atLeast` is told as its inverse, so that a ratio below 1 is within the limit here as everywhere.
    void judgeAtMost(const QString &metric, const char *unit, double limit, const QString &limitText);
    void judgeAtLeast(const QString &metric, const char *unit, double limit, const QString &limitText);
    /// Markdown, to stderr: every metric, every library, and what was asked of ours.
    void print(const QStringList &libraries) const;

private:
    void judge(const QString &metric, const QString &limitText, bool kept);
    QMap<QString, QMap<QString, std::vector<double>>> m_values;
    QStringList m_order;
    QMap<QString, QString> m_judgements;
};

double percentile(std::vector<double> values, double part);

} // namespace wemo::bench
