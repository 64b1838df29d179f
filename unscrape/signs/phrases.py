"""Furniture that sites share, as tables: lines that are furniture wherever they stand, and lines that end an article.

The lists speak English, the language of our input so far. Each row: what the line is, how it reads. Patterns match a
whole line, whatever its case.
"""

from __future__ import annotations

import re

WORDS_OF_A_CUE = 14

FURNITURE: tuple[tuple[str, str], ...] = (
    ("skip link", r"(?:skip|jump) to (?:the )?(?:main |primary )?(?:content|navigation|article|search|footer).{0,20}"),
    ("menu", r"(?:home|menu|main menu|navigation|search|close|open menu|toggle (?:navigation|menu)|site map|sitemap|login|"
             r"log in|sign in|register|my account|contact(?: us)?|about(?: us)?|archives?|donate(?: now)?|subscribe(?: now)?|"
             r"back to top|top|go to top|search for:?|search this site|rss(?: feed)?)"),
    ("share bar", r"(?:share|share this(?: (?:article|post|page|story|entry|on|via))?|share (?:on|via|with|to)\b.{0,40}|tweet(?: this)?|"
                  r"e-?mail(?: this)?(?: (?:article|page|post|to a friend))?|print(?: this)?(?: (?:article|page|post))?|"
                  r"(?:facebook|twitter|linkedin|whatsapp|telegram|reddit|pinterest|instagram|youtube|email|messenger|"
                  r"x|mastodon|bluesky|threads|flipboard|pocket|copy link|print|link copied!?|shares?)"
                  r"(?:[\s,|/·•-]+(?:facebook|twitter|linkedin|whatsapp|telegram|reddit|pinterest|instagram|youtube|email|"
                  r"messenger|x|mastodon|bluesky|threads|flipboard|pocket|copy link|print|link copied|share|more))*|"
                  r"\d+(?:\.\d+)?k? shares?|follow us(?: on.{0,40})?|like us on.{0,30}|"
                  r"(?:click to )?(?:share|email|print) .{0,40}\(opens in new window\))"),
    ("reading aid", r"(?:estimated )?(?:reading time:?\s*)?(?:about )?\d+\s*[- ]?min(?:ute)?s?(?: (?:read|to read|reading time))?\.?|"
                    r"listen(?: to (?:this )?(?:article|story|the article))?(?:\s*\(?\d+.{0,12})?|text size.{0,10}|font size.{0,20}|"
                    r"download (?:(?:as )?pdf|the (?:pdf|report|paper))(?: ?\(.{0,20}\))?|view pdf|cite this (?:paper|article)|save(?: article| for later)?|bookmark(?: this)?|"
                    r"view as a? ?single page|show (?:more|less)|see more|view more|load more|read full (?:story|article)"),
    ("counter", r"(?:read|viewed|visited) [\d,. ]+ times\b.{0,80}|last (?:edited|modified|updated|changed|reviewed)(?: on)?\b.{0,60}|(?:read|viewed|visited|views?|hits|reads)[:\s]*[\d,. ]+k?\s*(?:times|views)?|[\d,.]+k?\s*(?:views?|reads?|likes?|hits)"),
    ("advertisement", r"(?:advertisements?|ads?|sponsored(?: content| post)?|promoted|promotion|paid (?:content|post)|"
                      r"story continues below.{0,20}|article continues (?:below|after).{0,40})"),
    ("cookie bar", r".*\b(?:we use|uses?|using) cookies\b.{0,200}|(?:accept|reject|allow|decline)(?: all)?(?: cookies)?|"
                   r"cookie (?:policy|settings|preferences|notice)|manage (?:cookies|preferences|consent)|got it!?"),
    ("teaser link", r"(?:keep|continue) reading(?:\s*(?:show less|→|»|…|\.\.\.))*|read (?:more|on|full .{0,20})\s*[»→›….]*|show less"),
    ("image tool", r"(?:enlarge|zoom|click to enlarge|view (?:full size|gallery|image)|expand image|hide caption|toggle caption|"
                   r"image \d+ of \d+|play video|watch the video)\W*"),
    ("licence line", r"(?:all rights reserved\.?|copyright\b.{0,120}|©.{0,160}|\(c\) ?(?:19|20)\d\d.{0,120})"),
    ("site note", r"this site uses akismet.*|your email address will not be published.*|required fields are marked.*|"
                  r"please enter your (?:comment|name|email).*|you have entered an incorrect email.*|"
                  r"notify me of (?:new|follow).*|save my name,? email.*|powered by .{0,40}|(?:proudly )?powered by.*|"
                  r"please (?:log|sign) in to (?:comment|post).*|log in to leave a comment.*|javascript is (?:disabled|required).*|"
                  r"please enable javascript.*|your browser does not support.*"),
    ("notice", r"(?:the )?(?:views?|opinions?)(?: and (?:views?|opinions?))? (?:expressed|stated|presented)(?: (?:in|by|here|are)\b.{0,220})|"
               r"contact [A-Z].{0,60}(?:@| at \d|\d{3}[-.]\d).{0,120}|(?:originally|first) (?:published|appeared) (?:at|in|on|by)\b.{0,120}|"
               r"this (?:article|piece|post|story|essay) (?:(?:was |has )?(?:originally|first) )?(?:published|appeared)\b.{0,120}"),
    ("teaser", r"(?:read (?:more|also|next|this)|see also|also read|related(?: story| article)?|more on this|watch|listen|further reading)\s*:\s?.{0,160}"),
    ("consent", r"we value your privacy|we and our (?:\d+ )?partners .*|manage options|reject all|accept all|yes,? please|no,? thanks|"
                r"your (?:e-?mail|name)(?: address)?(?: \(.*\))?|website|comment ?\*?|name ?\*?|e-?mail ?\*?|enjoying this (?:article|story|piece)\??|"
                r"do not sell my .{0,30}|post comment|by signing up.{0,120}"),
    ("appeal", r"(?:please )?(?:support|donate to|help) (?:our|us|independent)\b.{0,90}|"
               r"(?:subscribe|sign up) (?:to|for|now|here|today)\b.{0,120}|get (?:our|the) (?:.{0,30} )?newsletter.{0,60}|"
               r"enter your e-?mail.{0,60}|e-?mail address|join (?:our|the) (?:mailing list|newsletter).{0,60}|"
               r"become a (?:member|subscriber|supporter|patron).{0,60}|buy (?:us|me) a coffee.{0,30}"),
)

ENDS: tuple[tuple[str, str], ...] = (
    ("comments", r"(?:leave (?:a|your) (?:reply|comment)|(?:post|write|add|submit) a comment|(?:\d+|no|one) (?:comments?|responses?|replies|thoughts?)(?: (?:on|to) .{0,140}| so far| yet)?|"
                 r"comments?\s*(?:\(\d+\)|: ?\d+|closed|are closed.*)?|join the (?:conversation|discussion)|"
                 r"cancel reply|leave a reply ?cancel reply|discussion ?\(\d+\)|view comments.{0,10}|readers?[’'] comments|"
                 r"please enter your comment!?|this site uses akismet.*|your email address will not be published.*)"),
    ("teasers", r"(?:(?:most|more) (?:popular|read|viewed|shared|commented|recent|emailed)(?: (?:articles?|posts?|stories|news|now|today|this week))?|"
                r"related(?: (?:articles?|posts?|stories|content|news|items|reading|topics?|links?|publications?|analysis|research|coverage|by topic))?:?|"
                r"(?:you (?:may|might)(?: also)? (?:like|enjoy|be interested in|want to read)|you may have missed).{0,30}|"
                r"recommended(?: (?:for you|reading|articles?|stories|posts?))?:?|recommendations|"
                r"more (?:from|on|in|by|articles|stories|news|posts|like this)\b.{0,60}|"
                r"(?:latest|recent|trending|popular|featured|other|further|similar|top)(?: (?:news|posts?|articles?|stories|analysis|now|comments|"
                r"publications|issues?|topics?|research|headlines|reading|today|videos?|events?))?|"
                r"(?:also|read|see) (?:also|next|more|this)\b:?|up next|what to read next|don[’']t miss|editor[’']?s[’']? (?:picks?|choice)|in case you missed it|"
                r"visit also|staff publications|our (?:latest|recent) (?:publications|work|reports?)|latest from .{0,40}|explore more.{0,30}|"
                r"keep reading(?:\s*show less)?|(?:continue|next in) (?:reading|this series).{0,30}|from (?:the|our) archives?|qiosk)"),
    ("article navigation", r"(?:(?:previous|next|prev|older|newer) (?:article|post|story|entry|page|issue)|previous|next|post navigation|"
                           r"[«‹←<]\s?.{0,100}|.{0,100}\s?[»›→]|(?:previous|next) (?:article|post|story)?\s*:?\s.{0,90})"),
    ("tags", r"(?:tags?|tagged(?: (?:as|with|under))?|filed under|posted in|categor(?:y|ies)|topics?|keywords?|labels|in this story)"
             r"(?:\s*:.{0,160}|\s+(?=[A-Z]).{0,100})?"),
    ("share bar", r"share this(?: (?:article|post|page|story|entry))?:?|share(?: on)?:|spread the word.{0,20}|share\s*(?:facebook|twitter).{0,60}|"
                  r"like this:?|(?:facebook|twitter|linkedin|whatsapp)"),
    ("newsletter", r"(?:newsletters?|subscribe(?: (?:now|today|to|for).{0,90})?|sign up(?: (?:for|to|now|here|today).{0,90})?|"
                   r"stay (?:informed|connected|in touch|up to date|updated).{0,60}|get (?:the )?(?:latest|updates|daily|weekly|our).{0,80}|"
                   r"join (?:our|the) (?:mailing list|newsletter|community).{0,60}|never miss .{0,60}|don[’']t miss .{0,60})"),
    ("about the author", r"(?:about the (?:authors?|writers?|contributors?)|author(?:[’']?s[’']?)? (?:bio(?:graphy)?|info|profile)|"
                         r"the authors?|written by|contributors?|author)\s*:?"),
    ("site footer", r"(?:(?:copyright|©|\(c\)).{0,160}|all rights reserved.{0,80}|privacy(?: policy| notice)?|terms (?:of (?:use|service)|and conditions|& conditions).{0,20}|"
                    r"quick links|follow us(?: on.{0,40})?|contact(?: us)?|about(?: us)?|connect with us|find us on.{0,20})"),
    ("appeal", r"(?:(?:please )?(?:support|donate to|help fund) (?:our|us|independent|quality)\b.{0,90}|donate(?: now| today)?|make a (?:donation|gift).{0,40}|"
               r"become a (?:member|subscriber|supporter|patron).{0,60})"),
)


def _table(rows: tuple[tuple[str, str], ...]) -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((name, re.compile(rf"(?:{form})[\s.!:»›]*\Z", re.IGNORECASE | re.DOTALL)) for name, form in rows)


_FURNITURE = _table(FURNITURE)
_ENDS = _table(ENDS)


def furniture_name(text: str) -> str | None:
    """What kind of furniture the line is by its words alone; None for text.

    >>> furniture_name("Follow us on social"), furniture_name("The next morning we left.")
    ('share bar', None)
    """
    return next((name for name, form in _FURNITURE if form.match(text.strip())), None)


def end_name(text: str) -> str | None:
    """What begins with this line, where it ends an article; None for text.

    >>> end_name("Related Posts"), end_name("Tags: salt, ferries"), end_name("More were to come.")
    ('teasers', 'tags', None)
    """
    words = text.split()
    if len(words) > WORDS_OF_A_CUE + 12:
        return None
    return next((name for name, form in _ENDS if form.match(text.strip())), None)
