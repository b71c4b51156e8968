; Strings: a text is spelled out by rewriting, then cut, joined, searched and compared.
; Each letter is replaced by a word, as in the growth of algae: a gives ab, b gives ac, c gives ba.
(define (word letter)
  (cond ((char=? letter #\a) "ab")
        ((char=? letter #\b) "ac")
        (else "ba")))

(define (grow text)
  (let loop ((i 0) (result ""))
    (if (= i (string-length text))
        result
        (loop (+ i 1) (string-append result (word (string-ref text i)))))))

(define (grown text generations)
  (if (= generations 0)
      text
      (grown (grow text) (- generations 1))))

(define (turned text n)
  (string-append (substring text n (string-length text)) (substring text 0 n)))

(define (matches? text pattern at)
  (let loop ((i 0))
    (or (= i (string-length pattern))
        (and (char=? (string-ref text (+ at i)) (string-ref pattern i))
             (loop (+ i 1))))))

(define (occurrences text pattern)
  (let ((last (- (string-length text) (string-length pattern))))
    (let loop ((at 0) (count 0))
      (cond ((> at last) count)
            ((matches? text pattern at) (loop (+ at 1) (+ count 1)))
            (else (loop (+ at 1) count))))))

(define (backwards text)
  (let ((result (make-string (string-length text) #\space)))
    (do ((i 0 (+ i 1))
         (j (- (string-length text) 1) (- j 1)))
        ((< j 0) result)
      (string-set! result j (string-ref text i)))))

(define (workout text n total)
  (if (= n 0)
      total
      (let ((next (turned (backwards text) (+ n 3))))
        (workout next (- n 1)
                 (+ total
                    (occurrences next "abacab")
                    (if (string<? text next) 1 0))))))

(workout (grown "a" 12) 600 0)
