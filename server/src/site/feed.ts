/** The latest posts as RSS. @see https://www.rssboard.org/rss-specification */
import type { PostSummary } from '@portico/shared/posts';
import type { Db } from '../db/connect.ts';
import { listPosts } from '../features/posts/post-lists.ts';
import { escapeXml } from './xml.ts';

/** @param origin public origin: a feed holds absolute addresses */
export async function feed(db: Db, origin: string): Promise<string> {
  const { items } = await listPosts(db, { limit: 30 });
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:dc="http://purl.org/dc/elements/1.1/">
  <channel>
    <title>Portico</title>
    <link>${origin}/posts</link>
    <description>The latest posts</description>
    <atom:link href="${origin}/feed.xml" rel="self" type="application/rss+xml"/>
${items.map((post) => feedItem(post, origin)).join('\n')}
  </channel>
</rss>
`;
}

function feedItem(
  { title, slug, excerpt, author, tags, publishedAt, createdAt }: PostSummary,
  origin: string,
): string {
  const link = `${origin}/posts/${encodeURIComponent(slug)}`;
  return `    <item>
      <title>${escapeXml(title)}</title>
      <link>${link}</link>
      <guid isPermaLink="true">${link}</guid>
      <description>${escapeXml(excerpt)}</description>
      <dc:creator>${escapeXml(author.name)}</dc:creator>
      <pubDate>${(publishedAt ?? createdAt).toUTCString()}</pubDate>
${tags.map((tag) => `      <category>${escapeXml(tag)}</category>`).join('\n')}
    </item>`;
}
