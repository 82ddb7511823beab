package org.tipline.submission;

import java.util.Set;

/** The words one cannot write without, and the ones that tips are full of; none is in both sets. */
final class CommonWords {

  static final Set<String> ENGLISH =
      words(
          """
          a i the of and to in is was were be been being are am has have had having do does did
          done it its this that these those there here they them their he him his she her we us
          our you your my mine i'm i've it's don't doesn't didn't can't won't isn't aren't there's
          that's with without from for by at on off out about into over under after before since
          until near between because but or if when where who what why how which while not no
          nobody nothing some any all many much more most very too also just only still again now
          today yesterday tomorrow tonight week weeks month months year years day days hour hours
          please help thanks thank hello hi good bad new old big small first last next will would
          can could should may might must going go goes went come came coming get got give gave
          take took taken see saw seen say says said tell told ask asked know need want people man
          men woman women child children police road water school hospital fire market house money
          job land bribe bridge accident flood flooded power one two three four five six an as so
          than then up down like monday tuesday wednesday thursday friday saturday sunday every
          other another someone everyone something
          """);

  static final Set<String> SWAHILI =
      words(
          """
          na ya wa za cha vya kwa ni si katika kutoka hadi mpaka kama lakini au ama pia tu sana
          hii hiyo hizi hizo huyu huyo hawa hao hapa hapo huku huko kule pale hili hilo haya hayo
          huu huo hiki hicho hivi hivyo ile yule wale zile vile lile kile yake yangu yako yetu
          yenu yao wake wangu wako wetu wenu wao zake zangu zako zetu zao lake langu lako letu lao
          chake changu chako chetu chao kwangu kwetu kwako kwao kwake mimi wewe yeye sisi nyinyi
          ninyi ndio ndiyo hapana hakuna kuna pana yupo yuko wapo nani nini gani wapi lini kwani
          kwanini ngapi vipi bila baada kabla kwenye ndani nje juu chini karibu mbali mbele nyuma
          sasa leo jana kesho juzi usiku asubuhi mchana jioni wiki mwezi mwaka siku saa dakika
          tangu kila wote yote zote vyote lote mtu watu mtoto watoto mama baba mzee vijana kijana
          mwanamke wanawake mwanaume wanaume polisi maji moto barabara shule hospitali soko nyumba
          pesa kazi ardhi rushwa daraja ajali mafuriko stima umeme gari magari serikali chifu
          diwani mbunge gavana kaunti mtaa kijiji jiji jirani mali moja mbili tatu nne tano sita
          saba nane tisa kumi mia elfu nyingi wengi mengi kubwa ndogo nzuri mbaya mpya wazi
          tafadhali asante shukrani habari jambo salamu hodi naomba saidia msaada tusaidie niko
          tuko nina tuna ana wana mna yana ina zina kina lina vina hana hatuna sina hawana haina
          hazina alikuwa walikuwa ilikuwa nilikuwa ati eti bado tayari kweli muda wakati mahali
          sababu ili ndipo ndivyo kuwa kuhusu dhidi mwenye wenye yenye zenye lenye chenye vyenye
          pamoja hata basi tena bali isipokuwa angalau kwamba mambo kitu vitu hatari wagonjwa
          mgonjwa daktari walimu jumatatu jumanne jumatano alhamisi ijumaa jumamosi jumapili
          nisaidie nisaidieni tusaidieni mwalimu wanafunzi mwanafunzi mvua mto
          """);

  private CommonWords() {}

  private static Set<String> words(String lines) {
    return Set.of(lines.strip().split("\\s+"));
  }
}
